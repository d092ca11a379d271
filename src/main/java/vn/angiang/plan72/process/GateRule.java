package vn.angiang.plan72.process;

/** Everything {@link ModelGate} refuses, with the words a modeler reads. The names are the stable codes. */
enum GateRule {
    RESOURCE_NAME("Tên tệp phải có dạng bpmn/<thư-mục>/<tên>.bpmn, .dmn hoặc forms/<thư-mục>/<tên>.form: %s"),
    RESOURCE_FOLDER("Mọi tệp của một lần phát hành phải thuộc cùng một thư mục: %s"),
    RESOURCE_TWICE("Tệp có mặt hai lần: %s"),
    RESOURCE_TOO_LARGE("Tệp quá lớn (tối đa 1 MB): %s"),
    RESOURCE_TOO_MANY("Quá nhiều tệp trong một lần phát hành (tối đa 100)"),
    PROCESS_COUNT("Mỗi lần phát hành có đúng một tệp BPMN với đúng một quy trình; tìm thấy %s"),
    PROCESS_KEY("Mã quy trình phải là %s theo tên tệp; đang là %s"),
    XML_BROKEN("Không đọc được tệp XML: %s"),
    XML_DOCTYPE("Tệp XML không được có DOCTYPE"),
    XML_INSTRUCTION("Tệp XML không được có chỉ thị xử lý: %s"),
    ELEMENT_FORBIDDEN("Phần tử không được dùng: %s"),
    ATTRIBUTE_FORBIDDEN("Thuộc tính không được dùng: %s"),
    VALUE_FORBIDDEN("Giá trị không được dùng: %s = %s"),
    TEXT_UNEXPECTED("Nội dung chữ nằm sai chỗ: %s"),
    EXPRESSION_PLACE("Biểu thức không được viết ở đây: %s"),
    EXPRESSION_SYNTAX("Biểu thức ngoài phạm vi cho phép: %s"),
    EXPRESSION_NAME("Tên không được dùng trong biểu thức: %s"),
    EXPRESSION_STEP("Không có bước xử lý này: %s"),
    EXPRESSION_CASE("Bước xử lý phải nhận caseNumber trước hết: %s"),
    EXPRESSION_NOT_STEP("Ở đây phải là đúng một lời gọi bước xử lý: %s"),
    VARIABLE_NAME("Tên biến không được dùng: %s"),
    GROUP("Nhóm phải có dạng vai_trò.MÃ_ĐƠN_VỊ hoặc vai_trò.${biến}: %s"),
    TTL("Quy trình, bảng quyết định phải ghi thời gian giữ lịch sử theo ngày, ví dụ P3650D"),
    TASK_WITHOUT_FORM("Việc của người dùng chưa có biểu mẫu"),
    TASK_WITHOUT_GROUP("Việc của người dùng chưa có nhóm thực hiện"),
    TASK_WITHOUT_DUE_DATE("Việc của người dùng chưa có hạn"),
    WITHOUT_DOCUMENTATION("Chưa có phần giải thích (ý nghĩa, căn cứ)"),
    SERVICE_WITHOUT_STEP("Việc của hệ thống phải gọi một bước xử lý"),
    DECISION_WITHOUT_TABLE("Việc quyết định phải chỉ tên bảng quyết định"),
    MESSAGE_WITHOUT_STEP("Sự kiện gửi thông điệp phải gọi một bước xử lý"),
    BINDING("Phải gắn với cùng lần phát hành (deployment): %s"),
    FORM_MISSING("Không có biểu mẫu %s trong lần phát hành này"),
    DECISION_MISSING("Không có bảng quyết định %s trong lần phát hành này"),
    DECISION_TWICE("Bảng quyết định có mặt hai lần: %s"),
    FORM_TWICE("Biểu mẫu có mặt hai lần: %s"),
    DMN_EXPRESSION("Ô của bảng quyết định ngoài phạm vi cho phép: %s"),
    FORM_BROKEN("Không đọc được biểu mẫu: %s"),
    FORM_ID("Mã biểu mẫu phải là %s theo tên tệp; đang là %s"),
    FORM_COMPONENT("Loại ô không được dùng trong biểu mẫu: %s"),
    FORM_PROPERTY("Thuộc tính không được dùng trong biểu mẫu: %s"),
    FORM_KEY("Mã ô trống, lặp lại hoặc sai dạng: %s"),
    FORM_EXPRESSION("Điều kiện hiện ẩn ngoài phạm vi cho phép: %s"),
    FORM_TEXT("Chữ trong biểu mẫu không được chứa mã hay liên kết: %s"),
    FORM_LENGTH("Ô chữ phải có độ dài tối đa từ 1 đến 4000: %s"),
    FORM_PATTERN("Mẫu kiểm tra quá phức tạp: %s");

    private final String words;

    GateRule(String words) {
        this.words = words;
    }

    String words(Object... details) {
        return String.format(words, details);
    }
}
