package vn.angiang.plan72.taskform;
import java.util.*;
@org.springframework.stereotype.Service
public class Forms { public FormResult check(FormSchema s, Map<String,List<String>> raw, Map<String,Object> c, Locale l) { var m=new HashMap<String,Object>(); raw.forEach((k,v)->m.put(k, k.equals("coordinatingUnits")?v:v.get(0))); return new FormResult(m, List.of(), raw);} }
