// Themes are dragged between the columns. Without this file each card has buttons for the same.
"use strict";

const sortThemes = (root) => root.querySelectorAll("[data-place]").forEach((list) => Sortable.create(list, {
  group: "themes",
  animation: 120,
  filter: "details, a",
  preventOnFilter: false,
  onEnd: ({ item, to, from }) => {
    if (to === from) return;
    htmx.ajax("POST", item.dataset.url, { target: "#themes-board", swap: "outerHTML", values: { place: to.dataset.place } });
  },
}));

sortThemes(document);
document.addEventListener("htmx:afterSwap", () => {
  const board = document.getElementById("themes-board");
  if (board) sortThemes(board);
});
