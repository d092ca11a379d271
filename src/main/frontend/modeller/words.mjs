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
};

/** An esbuild plugin that says the libraries' fixed texts in Vietnamese. */
export function vietnamese(texts = TEXTS) {
  return {
    name: "vietnamese",
    setup(build) {
      const found = new Map(Object.entries(texts).map(([place, words]) => [place, new Set(Object.keys(words))]));
      build.onLoad({ filter: /node_modules.*\.js$/ }, async ({ path }) => {
        const places = Object.keys(texts).filter((one) => path.replaceAll(sep, "/").includes(`node_modules/${one}`));
        if (places.length === 0) {
          return null;
        }
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
      return before + word + after;
    });
  }, code);
}
