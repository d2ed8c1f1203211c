// Small comforts over pages that work without this file.
"use strict";

const announce = (text) => { document.getElementById("live").textContent = text || ""; };

// After a swap: say what the part wants said (data-announce) and put the focus where it asks for it (data-focus).
document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.detail.elt;
  const spoken = part.closest("[data-announce]") || part.querySelector("[data-announce]");
  if (spoken) announce(spoken.dataset.announce);
  const target = part.querySelector("[data-focus]");
  if (target) target.focus();
});

// What was not taken is said where one looks, and read out. A question that is asked every few seconds is asked again.
const tell = (event) => {
  const status = event.detail.xhr?.status;
  if (event.detail.elt.getAttribute("hx-trigger")?.startsWith("every") && status !== 401) return;
  const words = document.getElementById("live").dataset;
  const said = status === 401 ? words.signedOut : words.failed;
  const notice = document.getElementById("failed").content.cloneNode(true);
  notice.querySelector("p").textContent = said;
  const notices = document.getElementById("notices");
  notices?.classList.add("is-live");
  notices?.replaceChildren(notice);
  document.getElementById("saved")?.replaceChildren();
  announce(said);
};
document.addEventListener("htmx:responseError", tell);
document.addEventListener("htmx:sendError", tell);

// Whoever has signed in again in another tab goes on here: the page's own token is of the session before.
document.addEventListener("htmx:configRequest", (event) => {
  const token = document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1];
  if (!token) return;
  event.detail.headers["X-CSRFToken"] = token;
  if (event.detail.parameters.csrfmiddlewaretoken) event.detail.parameters.csrfmiddlewaretoken = token;
});

// Filters are applied as they are changed: <form data-autosubmit>.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-autosubmit]");
  if (form) form.requestSubmit();
});

// A question before what cannot be undone: <form data-confirm="…"> or <button data-confirm="…">.
document.addEventListener("submit", (event) => {
  const asked = event.submitter?.dataset.confirm || event.target.dataset.confirm;
  const dialog = document.getElementById("confirm");
  if (!asked || event.target.dataset.confirmed || !dialog) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  dialog.querySelector("p").textContent = asked;
  dialog.returnValue = "no";
  dialog.showModal();
  dialog.onclose = () => {
    if (dialog.returnValue !== "yes") return;
    event.target.dataset.confirmed = "yes";
    event.target.requestSubmit(event.submitter);
    delete event.target.dataset.confirmed;
  };
}, true);

// Menus made of <details data-closes> close by Escape and by a click outside.
const closeMenus = (except) => document.querySelectorAll("details[data-closes][open]").forEach((menu) => {
  if (menu !== except) menu.open = false;
});
document.addEventListener("click", (event) => closeMenus(event.target.closest("details[data-closes]")));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector("details[data-closes][open]");
  closeMenus();
  open?.querySelector("summary").focus();
});

// After a form came back with errors the first wrong field has the focus.
document.querySelector('main form [aria-invalid="true"]')?.focus();
