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

  // A list takes the code or the name of one of its options; anything else leaves it empty, and the server says so.
  const put = (cell, value) => {
    if (cell.tagName !== "SELECT") {
      cell.value = value;
      return;
    }
    const same = (text) => text.trim().normalize().toLowerCase() === value.normalize().toLowerCase();
    cell.value = [...cell.options].find((o) => same(o.value) || same(o.text))?.value ?? "";
  };

  const MOST_ROWS = 900;

  // One more empty row after the last, with the next number in its names and labels.
  const anotherRow = (rows) => {
    const row = rows[0].cloneNode(true);
    const next = rows.length;
    row.querySelectorAll("[data-column]").forEach((cell) => {
      put(cell, "");
      cell.name = cell.name.replace(/\d+$/, next);
      cell.id = cell.id.replace(/\d+$/, next);
      cell.setAttribute("aria-label", cell.getAttribute("aria-label").replace(/\d+/, next + 1));
    });
    rows[rows.length - 1].after(row);
    return row;
  };

  document.addEventListener("paste", (event) => {
    const input = event.target.closest?.("[data-p72-grid] :is(input, select)[data-column]");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const spreads = /[\t\n]/.test(text.replace(/\r?\n$/, "")) || input?.tagName === "SELECT";
    if (!input || !text || !spreads) return;
    event.preventDefault();
    const grid = input.closest("[data-p72-grid]");
    const rows = [...grid.tBodies[0].rows];
    const first = rows.indexOf(input.closest("tr"));
    const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
    while (grid.dataset.p72Grid === "grow" && rows.length < first + lines.length && rows.length < MOST_ROWS) {
      rows.push(anotherRow(rows));
    }
    lines.forEach((line, r) => {
      line.split("\t").forEach((value, c) => {
        const column = Number(input.dataset.column) + c;
        const cell = rows[first + r]?.querySelector(`:is(input, select)[data-column="${column}"]`);
        if (cell) {
          put(cell, value.trim());
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
