import { readFile } from "node:fs/promises";
import { sep } from "node:path";

// Texts of libraries that know no translation are replaced while bundling. A text that is no longer found breaks the
// build: then a new version says it otherwise, and this list must follow.

const TEXTS = {
  "bpmn-js-token-simulation/lib/": {
    "Toggle Simulation Log": "Hiện hoặc ẩn diễn biến",
    "Simulation Log": "Diễn biến",
    "Reset Simulation": "Chạy lại từ đầu",
    "Play/Pause Simulation": "Chạy hoặc dừng",
    "Pause Simulation": "Dừng",
    "Play Simulation": "Chạy",
    "Set Sequence Flow": "Đổi nhánh sẽ đi",
    "Trigger Event": "Cho xảy ra",
    "Found unsupported elements": "Có phần tử không chạy thử được",
    "Not supported": "Không chạy thử được",
    "Service Task": "Việc của hệ thống",
    "User Task": "Việc của người dùng",
    "Call Activity": "Gọi quy trình khác",
    "Business Rule Task": "Tra bảng quyết định",
    "Exclusive Gateway": "Cổng chọn một nhánh",
    "Parallel Gateway": "Cổng song song",
    "Start Event": "Sự kiện bắt đầu",
    "Intermediate Event": "Mốc trung gian",
    "Boundary Event": "Sự kiện gắn vào việc",
    "End Event": "Sự kiện kết thúc",
    Finished: "Đã xong",
    Remove: "Bỏ",
    Add: "Thêm",
    "pause point": "điểm dừng",
    Close: "Đóng",
  },
  "bpmn-js-token-simulation/lib/features/log/Log.js": {
    Process: "Quy trình",
    SubProcess: "Quy trình con",
    started: "bắt đầu",
    finished: "đã xong",
    canceled: "đã dừng",
  },
  "@bpmn-io/form-js-editor/dist/": {
    "<none>": "(không có)",
    "Components": "Các loại ô",
    "Search components": "Tìm loại ô",
    "Clear content": "Xóa chữ đã nhập",
    "No components found.": "Không có loại ô nào.",
    "Input": "Nhập",
    "Selection": "Chọn",
    "Presentation": "Trình bày",
    "Containers": "Nhóm",
    "Drag and drop components here.": "Kéo các loại ô vào đây.",
    "Build your form": "Soạn biểu mẫu",
    "Drag and drop components here to start designing.": "Kéo các loại ô vào đây để bắt đầu.",
    "Use the preview window to test your form.": "Bên dưới là biểu mẫu như chuyên viên sẽ thấy.",
    "Remove form field": "Xóa ô",
    "Open documentation": "Mở giải thích",
    "Toggle section": "Mở hoặc đóng nhóm",
    "Section contains an error": "Nhóm này có lỗi",
    "Section contains edits": "Nhóm này đã có nội dung",
    "Toggle list item": "Mở hoặc đóng dòng",
    "Delete item": "Xóa dòng",
    "Create new list item": "Thêm dòng",
    "Form": "Biểu mẫu",
    "Select a form field to edit its properties.": "Chọn một ô để sửa thuộc tính.",
    "Multiple form fields are selected. Select a single form field to edit its properties.": "Đang chọn nhiều ô. Hãy chọn một ô để sửa thuộc tính.",
    "Columns": "Độ rộng",
    "Auto": "Tự động",
    "Field description": "Hướng dẫn",
    "Default value": "Giá trị có sẵn",
    "Checked": "Đã đánh dấu",
    "Not checked": "Chưa đánh dấu",
    "Should be a valid number": "Nhập một số",
    "Should be a valid number.": "Nhập một số.",
    "Must not be empty.": "Không được để trống.",
    "Must be unique.": "Đã có.",
    "ID": "Mã",
    "Must not contain spaces.": "Không được có dấu cách.",
    "Must be a valid QName.": "Mã không hợp lệ.",
    "Must be a variable or a dot separated path.": "Chỉ chữ không dấu và số.",
    "Binds to a form variable": "Tên của câu trả lời; chữ thường không dấu",
    "Key": "Mã ô",
    "Should be an integer.": "Nhập số nguyên.",
    "Show outline": "Có khung",
    "Date label": "Tên ô ngày",
    "Group label": "Tên nhóm",
    "Field label": "Tên ô",
    "Text": "Nội dung",
    "Decimal digits": "Số chữ số thập phân",
    "Increment": "Bước nhảy",
    "Should be greater than zero.": "Phải lớn hơn 0.",
    "Should be greater than or equal to zero.": "Không được âm.",
    "Disallow past dates": "Không nhận ngày đã qua",
    "Searchable": "Có ô tìm",
    "Label": "Tên",
    "Value": "Giá trị",
    "Type": "Kiểu",
    "Define which input property to populate the values from": "Tên danh mục mà quy trình đưa vào biểu mẫu",
    "Input values key": "Danh mục",
    "Prefix": "Trước ô",
    "Suffix": "Sau ô (đơn vị tính)",
    "Hide if": "Ẩn khi",
    "Condition under which the field is hidden": "Điều kiện FEEL, ví dụ =planDecision = \"APPROVED\"",
    "Supported file formats": "Loại tệp nhận",
    "Upload multiple files": "Nhận nhiều tệp",
    "General": "Thông tin chung",
    "Custom": "Tự đặt",
    "Email": "Thư điện tử",
    "Phone": "Điện thoại",
    "Validation": "Kiểm tra",
    "Required": "Bắt buộc",
    "Minimum length": "Số ký tự ít nhất",
    "Maximum length": "Số ký tự nhiều nhất",
    "Custom regular expression": "Mẫu ký tự",
    "Minimum": "Nhỏ nhất",
    "Maximum": "Lớn nhất",
    "Validation pattern": "Dạng kiểm tra",
    "Options source": "Nguồn lựa chọn",
    "Dynamic options": "Lựa chọn theo danh mục",
    "Static options": "Các lựa chọn",
    "Custom properties": "Thuộc tính riêng",
    "Appearance": "Hiển thị",
    "Condition": "Điều kiện hiện",
    "Add properties directly to the form schema, useful to configure functionality in custom-built task applications and form renderers.": "route: biến của quy trình nhận câu trả lời; notBefore, notAfter: giới hạn ngày; errorRequired…: lời báo lỗi riêng.",
  },
  "@bpmn-io/form-js-viewer/dist/": {

    "Browse": "Chọn tệp",
    "No files selected": "Chưa chọn tệp",
    "No results": "Không có kết quả",
    "All values selected": "Đã chọn hết",
    "Static": "Ghi tại đây",
    "Input data": "Theo danh mục",
    "Expression": "Biểu thức",
    "Remove tag": "Bỏ lựa chọn",
    "Skip to search": "Đến ô tìm",
    "Powered by bpmn.io": "Dùng bpmn.io",
  },
};

/** An esbuild plugin that says the libraries' fixed texts in Vietnamese. */
export function vietnamese(texts = TEXTS) {
  return {
    name: "vietnamese",
    setup(build) {
      const found = new Map();
      build.onLoad({ filter: /node_modules.*\.js$/ }, async ({ path }) => {
        const places = Object.keys(texts).filter((one) => path.replaceAll(sep, "/").includes(`node_modules/${one}`));
        if (places.length === 0) {
          return null;
        }
        places.filter((place) => !found.has(place)).forEach((place) => found.set(place, new Set(Object.keys(texts[place]))));
        const code = await readFile(path, "utf8");
        return { contents: places.reduce((now, place) => inWords(now, texts[place], found.get(place)), code), loader: "js" };
      });
      build.onEnd(() => ({
        errors: [...found].flatMap(([place, left]) => [...left].map((text) => ({ text: `${place}: “${text}” is no longer there` }))),
      }));
    },
  };
}

function inWords(code, words, left) {
  return Object.entries(words).reduce((now, [text, word]) => {
    const literal = new RegExp(`(["'\`>}]\\s*)${text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}(\\s*["'\`<])`, "g");
    return now.replace(literal, (_, before, after) => {
      left.delete(text);
      return before + word.replace(/["'`]/g, "\\$&") + after;
    });
  }, code);
}
