package vn.angiang.plan72.taskform;
import java.util.*;
import vn.angiang.plan72.shared.FieldError;
public record FormResult(Map<String,Object> answers, List<FieldError> errors, Map<String,List<String>> raw) {}
