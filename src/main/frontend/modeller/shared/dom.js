/** Element with class, attributes or properties, and children (texts or nodes). */
export function element(tag, options = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(options)) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (name === "class") {
      node.className = value;
    } else if (name === "on") {
      Object.entries(value).forEach(([event, act]) => node.addEventListener(event, act));
    } else {
      node.setAttribute(name, value === true ? "" : value);
    }
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

/** A button that is none of a form. */
export function button(label, act, options = {}) {
  return element("button", { type: "button", class: "p72-modeller__button", on: { click: act }, ...options }, label);
}

/** Gives the browser a file to keep. */
export function download({ name, type, content }) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = element("a", { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export const TIME = new Intl.DateTimeFormat("vi-VN", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: "Asia/Ho_Chi_Minh",
});

const DAY = new Intl.DateTimeFormat("vi-VN", {
  day: "2-digit",
  month: "2-digit",
  year: "numeric",
  timeZone: "Asia/Ho_Chi_Minh",
});

/** "14:05" today, otherwise with its day. */
export function when(text) {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) {
    return text ?? "";
  }
  const day = DAY.format(moment);
  return day === DAY.format(new Date()) ? TIME.format(moment) : `${TIME.format(moment)} ngày ${day}`;
}

/** Calls the last of several calls once, when it has been quiet for a while. */
export function quiet(milliseconds, act) {
  let timer;
  const later = (...values) => {
    clearTimeout(timer);
    timer = setTimeout(act, milliseconds, ...values);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}
