package vn.angiang.plan72.document;

import java.util.*;

@org.springframework.stereotype.Service
public class Documents {
    public void seal(Collection<String> ids, String t, String c) {}
}
