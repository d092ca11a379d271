/** File name of a key: unitReport → unit-report. */
export function kebab(key) {
  return (key ?? "").replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The words of a Vietnamese label as one name without accents: "Nộp báo cáo?" → nopBaoCao. */
export function camel(label, most = 8) {
  const words = (label ?? "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "D")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .toLowerCase()
    .split(" ")
    .filter(Boolean)
    .slice(0, most);
  return words.map((word, at) => (at === 0 ? word : word[0].toUpperCase() + word.slice(1))).join("");
}
