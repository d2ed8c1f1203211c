// Reading and writing strategies; every page works without this file.
"use strict";

// The contents show which section is being read.
const contents = document.querySelector("[data-contents]");
if (contents) {
  const links = new Map([...contents.querySelectorAll("a")].map((link) => [link.hash.slice(1), link]));
  const mark = (id) => links.forEach((link, key) => {
    if (key === id) link.setAttribute("aria-current", "true"); else link.removeAttribute("aria-current");
  });
  const watcher = new IntersectionObserver((entries) => {
    const seen = entries.filter((entry) => entry.isIntersecting).map((entry) => entry.target.id);
    if (seen.length) mark(seen[0]);
  }, { rootMargin: "0px 0px -70% 0px" });
  document.querySelectorAll(".chapter[id]").forEach((chapter) => watcher.observe(chapter));
}

// The toolbar writes the signs of plain formatting into the text.
const toolbar = document.querySelector("[data-toolbar]");
if (toolbar) {
  const text = document.getElementById("text");
  toolbar.hidden = false;
  const changed = () => { text.dispatchEvent(new Event("input", { bubbles: true })); text.focus(); };
  const replace = (start, end, words, from, to) => {
    text.setRangeText(words, start, end, "end");
    text.setSelectionRange(from, to);
    changed();
  };
  const wrap = (before, after) => {
    const [start, end] = [text.selectionStart, text.selectionEnd];
    const inner = text.value.slice(start, end);
    replace(start, end, before + inner + after, start + before.length, start + before.length + inner.length);
  };
  const prefix = (sign) => {
    const start = text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;
    const found = text.value.indexOf("\n", text.selectionEnd);
    const end = found < 0 ? text.value.length : found;
    const lines = text.value.slice(start, end).split("\n");
    const has = lines.every((line) => line.startsWith(sign));
    const words = lines.map((line) => (has ? line.slice(sign.length) : sign + line)).join("\n");
    replace(start, end, words, start + words.length, start + words.length);
  };
  toolbar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.line) prefix(button.dataset.line);
    if (button.dataset.around) wrap(button.dataset.around, button.dataset.around);
    if (button.dataset.link) wrap("[", `](https://${button.dataset.link})`);
  });
  // One stop for the tab key; the arrows move inside, as in every toolbar.
  const buttons = [...toolbar.querySelectorAll("button")];
  buttons.forEach((button, index) => { button.tabIndex = index ? -1 : 0; });
  toolbar.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = buttons[(buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length];
    buttons.forEach((button) => { button.tabIndex = button === next ? 0 : -1; });
    next.focus();
    event.preventDefault();
  });
  text.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "b") return;
    wrap("**", "**");
    event.preventDefault();
  });
}

// Needs are dragged into order; the arrows beside each do the same.
const sortNeeds = () => {
  const list = document.querySelector("[data-sort]");
  if (!list || !window.Sortable || list.dataset.sorted) return;
  list.dataset.sorted = "yes";
  Sortable.create(list, {
    filter: "a, button",
    preventOnFilter: false,
    // A finger that scrolls is not one that drags.
    delay: 250,
    delayOnTouchOnly: true,
    touchStartThreshold: 5,
    onEnd: ({ item, oldIndex, newIndex }) => {
      if (oldIndex === newIndex) return;
      // htmx would carry the drag's inline styles over, which the content policy refuses.
      list.querySelectorAll("[style]").forEach((row) => row.removeAttribute("style"));
      htmx.ajax("POST", item.dataset.url, { target: "#needs", swap: "outerHTML", values: { to: newIndex + 1 } });
    },
  });
};
sortNeeds();
document.addEventListener("htmx:afterSwap", sortNeeds);
