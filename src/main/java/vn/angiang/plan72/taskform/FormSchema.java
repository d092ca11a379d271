package vn.angiang.plan72.taskform;
import java.util.*;
import com.fasterxml.jackson.databind.*;
public record FormSchema(String id, String sha256, String json) {
  public static FormSchema parse(String json) { try { return new FormSchema(new ObjectMapper().readTree(json).path("id").asText(), "", json);} catch(Exception e){throw new IllegalStateException(e);} }
  public Map<String,Object> routing(Map<String,Object> a) { try { var m=new HashMap<String,Object>(); for (JsonNode c: new ObjectMapper().readTree(json).path("components")) { String r=c.path("properties").path("route").asText(""); if(!r.isEmpty()) m.put(r, a.get(c.path("key").asText())); } return m;} catch(Exception e){throw new IllegalStateException(e);} }
  public List<String> fileKeys() { return List.of(); }
}
