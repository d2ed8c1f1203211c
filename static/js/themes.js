// Themes are dragged between the columns. Without this file each card has buttons for the same.
"use strict";

const sortThemes = (root) => root.querySelectorAll("[data-place]").forEach((list) => Sortable.create(list, {
  group: "themes",
  filter: "details, a",
  preventOnFilter: false,
  // A finger that scrolls is not one that drags.
  delay: 250,
  delayOnTouchOnly: true,
  touchStartThreshold: 5,
  onEnd: ({ item, to, from }) => {
    if (to === from) return;
    // htmx would carry the drag's inline styles over to the new card, which the content policy refuses.
    document.querySelectorAll(".theme-card[style]").forEach((card) => card.removeAttribute("style"));
    htmx.ajax("POST", item.dataset.url, { target: "#themes-board", swap: "outerHTML", values: { place: to.dataset.place } });
  },
}));

sortThemes(document);
document.addEventListener("htmx:afterSwap", () => {
  const board = document.getElementById("themes-board");
  if (board) sortThemes(board);
});
