// Comfort only: every page works without it.
(() => {
  "use strict";

  const meta = (name) => document.querySelector(`meta[name="${name}"]`)?.content;

  // The token that proves a request comes from one of our own pages.
  document.addEventListener("htmx:configRequest", (event) => {
    const header = meta("csrf-header");
    const token = meta("csrf-token");
    if (header && token && event.detail.verb !== "get") {
      event.detail.headers[header] = token;
    }
  });

  // Answers that say what is wrong are shown where the request asked for them.
  document.addEventListener("htmx:beforeSwap", (event) => {
    if ([400, 409, 413, 422].includes(event.detail.xhr.status)) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  // Only answers on which other fields depend are worth asking for the fields again.
  document.addEventListener("htmx:beforeRequest", (event) => {
    const deciding = event.target.dataset?.p72Deciding;
    const changed = event.detail.requestConfig.triggeringEvent?.target?.name;
    if (deciding && changed && !deciding.split(" ").includes(changed)) event.preventDefault();
  });

  // Fields drawn anew because of an answer keep what was typed, and the files chosen, while the server was asked.
  let typed = [];
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.target.id === "form-fields") {
      typed = [...event.detail.target.querySelectorAll("input[id], textarea[id], select[id]")].map((input) => ({
        input,
        id: input.id,
        type: input.type,
        value: input.value,
        checked: input.checked,
      }));
    }
  });
  document.addEventListener("htmx:afterSwap", () => {
    const fields = document.getElementById("form-fields");
    typed.forEach((old) => {
      const fresh = fields?.querySelector(`#${CSS.escape(old.id)}`);
      if (!fresh || fresh.type !== old.type) return;
      if (old.type === "file") fresh.replaceWith(old.input);
      else if (old.type === "radio" || old.type === "checkbox") fresh.checked = old.checked;
      else fresh.value = old.value;
    });
    typed = [];
  });

  // The reader first meets the list of mistakes, or the word that it is done.
  const focusFirst = (root) => {
    const target = root.querySelector(".p72-error-summary") || root.querySelector("[data-p72-focus]");
    target?.focus();
  };
  document.addEventListener("htmx:afterSwap", (event) => focusFirst(event.detail.target));

  // A link in the list of mistakes goes to the field itself, with its label in sight.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".p72-error-summary a[href^='#']");
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field) return;
    event.preventDefault();
    const label =
      document.querySelector(`label[for="${CSS.escape(field.id)}"]`) ||
      field.closest("fieldset")?.querySelector("legend");
    (label || field).scrollIntoView({ block: "start" });
    const control = field.matches("input,select,textarea,button,a")
      ? field
      : field.querySelector("input,select,textarea");
    (control || field).focus({ preventScroll: true });
  });

  // A form in flight is not sent twice; after Back it can be sent again. The server does not rely on this.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method !== "post") return;
    if (form.dataset.p72Sent === "true") {
      event.preventDefault();
      return;
    }
    form.dataset.p72Sent = "true";
    window.setTimeout(() => delete form.dataset.p72Sent, 15000);
  });
  window.addEventListener("pageshow", () => {
    document.querySelectorAll("form[data-p72-sent]").forEach((form) => delete form.dataset.p72Sent);
  });

  // Print buttons: <button type="button" data-p72-print>.
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("[data-p72-print]")) window.print();
  });

  // Parts that keep themselves fresh: data-p72-poll="seconds" with hx-trigger="p72:poll". Asks only while the page is in
  // sight and somebody was there in the last quarter of an hour, and less and less often until the part changes.
  const LONGEST_POLL = 5 * 60_000;
  const NOBODY_THERE = 15 * 60_000;
  let lastSeen = Date.now();
  ["pointerdown", "keydown", "focus"].forEach((name) =>
    window.addEventListener(name, () => (lastSeen = Date.now()), { passive: true }),
  );
  const asked = new Map(); // by address: what it said last and how long to wait
  const polled = new WeakSet();
  const poll = (part) => {
    if (polled.has(part)) return;
    polled.add(part);
    const least = Math.max(5, Number(part.dataset.p72Poll) || 20) * 1000;
    const address = part.getAttribute("hx-get");
    const before = asked.get(address);
    const same = before?.text === part.textContent;
    const state = { text: part.textContent, wait: same ? Math.min(LONGEST_POLL, before.wait * 1.5) : least };
    asked.set(address, state);
    const turn = () => {
      if (!part.isConnected) return;
      const busy = document.hidden || part.contains(document.activeElement);
      if (!busy && Date.now() - lastSeen < NOBODY_THERE) {
        window.htmx?.trigger(part, "p72:poll"); // the answer takes the part's place and is polled in its stead
        state.wait = Math.min(LONGEST_POLL, state.wait * 2);
      }
      window.setTimeout(turn, state.wait);
    };
    window.setTimeout(turn, state.wait);
  };
  const pollAll = () => document.querySelectorAll("[data-p72-poll]").forEach(poll);
  document.addEventListener("htmx:afterSettle", pollAll);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      lastSeen = Date.now();
      document.querySelectorAll("[data-p72-poll]").forEach((part) => window.htmx?.trigger(part, "p72:poll"));
    }
  });
  pollAll();

  // This script is deferred: the page is there.
  focusFirst(document);
})();
