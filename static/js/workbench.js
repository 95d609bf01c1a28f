/* Enhancements of the editors' workbench: every page works without this file. */

/* Buttons that only change the form, and a picked subject, redraw it in place. */

const WAIT = 700;
let timer = 0;
let turn = 0;

async function redraw(form, operation, regions) {
  const mine = ++turn;
  const sent = new FormData(form);
  sent.set("operation", operation);
  const response = await fetch(location.href, { method: "POST", body: sent });
  if (!response.ok && response.status !== 422) return null;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // Whatever was typed since then is drawn by the next turn.
  if (mine !== turn) return null;
  for (const name of regions(page)) {
    const old = document.querySelector(`[data-live="${name}"]`);
    const fresh = page.querySelector(`[data-live="${name}"]`);
    if (old && fresh) old.replaceWith(fresh);
  }
  return page;
}

function everything(page) {
  return [...page.querySelectorAll("[data-live]")].map((region) => region.dataset.live)
    .filter((name) => !name.startsWith("reads-"));
}

function besideTheFields(page) {
  return [...page.querySelectorAll("[data-live]")].map((region) => region.dataset.live)
    .filter((name) => name !== "fields");
}

function focusOn(form, page) {
  const name = page.querySelector("[data-part-form]")?.dataset.focus;
  const place = name && document.getElementById(name);
  const rows = place?.querySelectorAll("input:not([type=hidden]), select, textarea");
  const empty = [...(rows || [])].filter((field) => !field.value);
  (empty.at(-1) || rows?.[rows.length - 1])?.focus();
}

function followForm(form) {
  form.addEventListener("submit", async (event) => {
    const operation = event.submitter?.name === "operation" && event.submitter.value;
    if (!operation) return;
    event.preventDefault();
    clearTimeout(timer);
    const page = await redraw(form, operation, everything);
    if (page && !operation.startsWith("preview")) focusOn(form, page);
  });
  form.addEventListener("change", async ({ target }) => {
    if (!target.matches("[data-subject]")) return;
    clearTimeout(timer);
    const name = target.name;
    if (await redraw(form, "preview:f", everything)) {
      document.getElementsByName(name.replace(/subject$/, "values"))[0]?.focus();
    }
  });
  form.addEventListener("input", ({ target }) => {
    if (target.matches("[data-subject]")) return;
    clearTimeout(timer);
    timer = setTimeout(() => redraw(form, "preview:f", besideTheFields), WAIT);
  });
}

/* Rows change places by dragging; the buttons beside them do the same. */

function makeSortable(list) {
  let dragged = null;
  for (const row of list.querySelectorAll("[data-part]")) row.draggable = true;
  list.addEventListener("dragstart", ({ target }) => {
    dragged = target.closest("[data-part]");
  });
  list.addEventListener("dragover", (event) => {
    const over = event.target.closest("[data-part]");
    if (!dragged || !over || over === dragged) return;
    event.preventDefault();
    for (const row of list.children) row.classList.toggle("bench-row--over", row === over);
  });
  list.addEventListener("drop", (event) => {
    const over = event.target.closest("[data-part]");
    if (!dragged || !over) return;
    event.preventDefault();
    const form = dragged.querySelector("form");
    form.append(hidden("before", over.dataset.part), hidden("to", "before"));
    form.submit();
  });
}

function hidden(name, value) {
  const field = document.createElement("input");
  Object.assign(field, { type: "hidden", name, value });
  return field;
}

/* A page that waits for work in the background looks again by itself. */

function followWork(waiting) {
  setTimeout(async () => {
    const response = await fetch(location.href);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.querySelector("[data-waiting]");
    if (!fresh) {
      const busy = document.activeElement?.matches("input, textarea, select");
      if (!busy) location.reload();
      return;
    }
    waiting.textContent = fresh.textContent;
    followWork(waiting);
  }, Number(waiting.dataset.waiting) * 1000);
}

document.querySelectorAll("[data-part-form]").forEach(followForm);
document.querySelectorAll("[data-sortable]").forEach(makeSortable);
document.querySelectorAll("[data-waiting]").forEach(followWork);
