import { button, element, when } from "./dom.js";

/** Says who saved meanwhile and when, and lets the person choose; closing it loses nothing. */
export function askConflict(place, { by, at }, { overwrite, keep, reload }) {
  place.querySelector(".p72-modeller__conflict")?.remove();
  const close = (act) => () => {
    dialog.close();
    act();
  };
  const dialog = element(
    "dialog",
    { class: "p72-modeller__conflict", "aria-labelledby": "p72-conflict-title", "aria-describedby": "p72-conflict-text" },
    element("h2", { id: "p72-conflict-title" }, "Bản nháp đã được người khác sửa"),
    element(
      "p",
      { id: "p72-conflict-text" },
      `${by ?? "Người khác"} đã lưu lúc ${when(at)}. Phần bạn vừa soạn chưa được lưu và vẫn còn ở đây.`,
    ),
    element(
      "ul",
      {},
      element("li", {}, element("strong", {}, "Ghi đè"), ": lưu bản của bạn thay cho bản kia."),
      element("li", {}, element("strong", {}, "Tải bản của tôi về"), ": giữ bản của bạn thành một tệp."),
      element("li", {}, element("strong", {}, "Mở bản mới"), ": bỏ phần bạn chưa lưu và mở bản của người kia."),
    ),
    element(
      "div",
      { class: "p72-modeller__choices" },
      button("Tải bản của tôi về", keep, { class: "p72-modeller__button p72-modeller__button--main" }),
      button("Ghi đè", close(overwrite)),
      button("Mở bản mới", close(reload)),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  place.append(dialog);
  dialog.showModal();
}
