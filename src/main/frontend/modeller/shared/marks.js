// Marks elements that a library draws again and again: rules in a style sheet outlive the nodes they apply to.
const sheet = new CSSStyleSheet();

/** Marks the elements with these ids; `selector` turns an id into the selectors of its nodes. */
export function markElements(elements, selector) {
  if (!document.adoptedStyleSheets.includes(sheet)) {
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  const rules = [...elements].map(([id, problems]) => {
    const warning = problems.every((problem) => problem.severity === "warning");
    const colour = warning ? "#7a4b00" : "#b3211c";
    const where = selector(CSS.escape(id));
    const style = warning ? "dashed" : "solid";
    return (
      `${where} { outline: 2px ${style} ${colour} !important; outline-offset: -2px; }\n` +
      `${where}::after { content: "${warning ? "?" : "!"}"; position: absolute; top: 0; right: 0; z-index: 2;` +
      ` width: 1.1rem; height: 1.1rem; border-radius: 50%; background: ${colour}; color: #fff; opacity: 1;` +
      ` font: 700 0.8rem/1.1rem sans-serif; text-align: center; pointer-events: none; }`
    );
  });
  sheet.replaceSync(rules.join("\n"));
}
