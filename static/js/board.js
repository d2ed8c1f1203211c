// The December board: decide by menu, letter or drag. Without this file each row opens its page, where one decides as well.
"use strict";

const menu = document.getElementById("decide-menu");
const lane = document.getElementById("lane");
const words = document.getElementById("board").dataset;
let decidedFrom = null;

const table = () => document.querySelector("table.board");
const rowOf = (element) => element?.closest("tr[data-outcome]");
const buttonOf = (row) => row?.querySelector("[data-decide]") || row?.querySelector("td a");

const decide = (row, outcome, revision = row?.dataset.revision) => {
  if (!row || !row.querySelector("[data-decide]") || row.dataset.outcome === outcome) return;
  const address = `${table().dataset.base}${row.id.slice(1)}/${outcome === "undecided" ? "undo" : "decide"}/`;
  const since = document.querySelector("#seen [name=since]").value;
  // Another leader's change may replace the row while this one is on its way, so the row does not carry the request.
  const courier = document.body.appendChild(document.createElement("span"));
  row.classList.add("is-sent");
  htmx.ajax("POST", address, { source: courier, swap: "none", values: { outcome, revision, since } })
    .finally(() => courier.remove());
};

// Which grants would not fit: shown beside the decision and kept right as the money changes.
const showLacking = () => {
  const free = Number(document.getElementById("money").dataset.free);
  const kroner = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 2 });
  document.querySelectorAll("tr[data-outcome]").forEach((row) => {
    const missing = Number(row.dataset.cost) - free;
    const lacks = missing > 0 && ["not_met", "undecided"].includes(row.dataset.outcome);
    const badge = row.querySelector(".lacking");
    badge.hidden = !lacks;
    if (lacks) badge.textContent = words.lacks.replace("0", kroner.format(missing / 100));
  });
};

// ---- The menu ----

const closeMenu = () => {
  if (!menu || menu.hidden) return;
  menu.hidden = true;
  const button = buttonOf(document.getElementById(menu.dataset.row));
  button?.setAttribute("aria-expanded", "false");
  button?.focus();
};

const openMenu = (button) => {
  const row = rowOf(button);
  const place = button.getBoundingClientRect();
  menu.hidden = false;
  menu.dataset.row = row.id;
  // What one has seen: another leader's decision may arrive while the menu is open.
  menu.dataset.revision = row.dataset.revision;
  menu.querySelector("a").href = row.querySelector("td a").href;
  menu.querySelectorAll("[data-choose]").forEach((item) => { item.hidden = item.dataset.choose === row.dataset.outcome; });
  const below = place.bottom + menu.offsetHeight + 8 < window.innerHeight;
  menu.style.left = `${Math.max(8, Math.min(place.left, window.innerWidth - menu.offsetWidth - 8))}px`;
  menu.style.top = `${below ? place.bottom + 6 : Math.max(8, place.top - menu.offsetHeight - 6)}px`;
  button.setAttribute("aria-expanded", "true");
  items()[0].focus();
};

const items = () => [...menu.querySelectorAll("[role=menuitem]:not([hidden])")];

const choose = (item) => {
  const row = document.getElementById(menu.dataset.row);
  closeMenu();
  decide(row, item.dataset.choose, menu.dataset.revision);
};

const steer = (event) => {
  const all = items();
  const here = all.indexOf(document.activeElement);
  const to = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined) all[(to + all.length) % all.length].focus();
  else if (event.key === "Escape" || event.key === "Tab") closeMenu();
  else {
    const item = menu.querySelector(`[data-choose="${letters().get(event.key)}"]:not([hidden])`);
    if (!item) return;
    choose(item);
  }
  event.preventDefault();
};

// ---- Letters, which count while a row has the focus ----

const letters = () => new Map((table()?.dataset.letters || "").trim().split(" ").map((pair) => pair.split("=")));

const step = (row, by) => {
  const rows = [...table().querySelectorAll("tr[data-outcome]")];
  buttonOf(rows[rows.indexOf(row) + by])?.focus();
};

const press = (event) => {
  const row = rowOf(event.target);
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  const outcome = letters().get(event.key);
  if (outcome) decide(row, outcome);
  else if (event.key === "j") step(row, 1);
  else if (event.key === "k") step(row, -1);
  else if (event.key === "?") document.getElementById("shortcuts")?.showModal();
  else return;
  event.preventDefault();
};

document.addEventListener("keydown", (event) => (menu && menu.contains(event.target) ? steer(event) : press(event)));
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-decide]");
  const item = event.target.closest("[data-choose]");
  if (button && menu && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    openMenu(button);
  } else if (item) choose(item);
  else if (menu && !menu.hidden && !menu.contains(event.target)) closeMenu();
  if (event.target.closest("[data-shows]")) document.getElementById(event.target.closest("[data-shows]").dataset.shows).showModal();
  if (event.target.closest("[data-dismiss]")) event.target.closest("dialog").close();
});
window.addEventListener("scroll", () => { if (menu && !menu.hidden) closeMenu(); }, { passive: true });

// ---- Drag a row onto a lane or a pill ----

const targetAt = (event) => document.elementsFromPoint(event.clientX, event.clientY).map((one) => one.closest("[data-drop]")).find(Boolean);
const mark = (event) => {
  const target = targetAt(event);
  document.querySelectorAll("[data-drop]").forEach((one) => one.classList.toggle("is-over-it", one === target));
  if (target) event.preventDefault();
};

// By mouse, and by finger.
const DRAGGED = ["dragover", "pointermove"];

const letDrag = () => {
  const body = table()?.tBodies[0];
  if (!body || !lane || !window.Sortable || body.dataset.drags) return;
  body.dataset.drags = "yes";
  let last = null;
  const follow = (event) => { last = event; mark(event); };
  Sortable.create(body, {
    handle: ".handle",
    sort: false,
    animation: 0,
    onStart: () => { lane.hidden = false; DRAGGED.forEach((kind) => document.addEventListener(kind, follow)); },
    onEnd: (event) => {
      DRAGGED.forEach((kind) => document.removeEventListener(kind, follow));
      const target = last && targetAt(last);
      lane.hidden = true;
      document.querySelectorAll(".is-over-it").forEach((one) => one.classList.remove("is-over-it"));
      last = null;
      if (target) decide(event.item, target.dataset.drop);
    },
  });
};

// ---- After a swap: the focus stays on its row, the news is said ----

document.addEventListener("htmx:beforeSwap", () => { decidedFrom = rowOf(document.activeElement)?.id || decidedFrom; });
document.addEventListener("htmx:oobAfterSwap", (event) => {
  const row = event.detail.target;
  if (row?.id && row.id === decidedFrom && document.activeElement === document.body) buttonOf(document.getElementById(row.id))?.focus();
});
document.addEventListener("htmx:afterRequest", (event) => {
  document.querySelectorAll(".is-sent").forEach((row) => row.classList.remove("is-sent"));
  // Only the answer to its own form closes a dialog: the news of others arrives while somebody writes in it.
  if (event.detail.successful) event.detail.elt.closest("dialog")?.close();
  document.querySelectorAll("dialog[data-open]").forEach((dialog) => { dialog.removeAttribute("data-open"); dialog.showModal(); });
  if (event.detail.xhr.status !== 204) { showLacking(); letDrag(); }
});

document.querySelectorAll("[data-shows]").forEach((button) => { button.hidden = !menu; });
document.querySelectorAll("[data-decide]").forEach((button) => button.setAttribute("aria-haspopup", "menu"));
showLacking();
letDrag();
