// A table of figures by keyboard: arrows and Enter change the row, cells copied from a spreadsheet spread from here.
(() => {
  "use strict";

  const cellsOf = (grid, column) => [...grid.querySelectorAll(`input[data-column="${column}"]`)];

  const move = (input, step) => {
    const column = cellsOf(input.closest("[data-p72-grid]"), input.dataset.column);
    const next = column[column.indexOf(input) + step];
    if (next) {
      next.focus();
      next.select();
    }
  };

  document.addEventListener("keydown", (event) => {
    const input = event.target.closest?.("[data-p72-grid] input[data-column]");
    if (!input || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const step = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      move(input, step);
    }
  });

  document.addEventListener("paste", (event) => {
    const input = event.target.closest?.("[data-p72-grid] input[data-column]");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (!input || !/[\t\n]/.test(text.replace(/\r?\n$/, ""))) return;
    event.preventDefault();
    const grid = input.closest("[data-p72-grid]");
    const rows = [...grid.tBodies[0].rows];
    const first = rows.indexOf(input.closest("tr"));
    text.replace(/\r?\n$/, "").split(/\r?\n/).forEach((line, r) => {
      line.split("\t").forEach((value, c) => {
        const column = Number(input.dataset.column) + c;
        const cell = rows[first + r]?.querySelector(`input[data-column="${column}"]`);
        if (cell) {
          cell.value = value.trim();
          cell.dispatchEvent(new Event("input", { bubbles: true }));
        }
      });
    });
  });

  // Leaving with figures that are not saved is asked about once.
  let changed = false;
  document.addEventListener("input", (event) => {
    if (event.target.closest?.("[data-p72-grid]")) changed = true;
  });
  document.addEventListener("submit", () => (changed = false));
  window.addEventListener("beforeunload", (event) => {
    if (changed) event.preventDefault();
  });
})();
