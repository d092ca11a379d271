package vn.angiang.plan72.web.admin;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way to everything an administrator keeps. */
@Controller
class AdminController {

    @GetMapping("/quan-tri")
    String show() {
        return "admin/index";
    }
}
