/* Enhancements of the editors' workbench: every page works without this file. */

const WAIT = 700;
let timer = 0;
let typed = 0;

/* A form is sent as its buttons would send it; of the page that comes back only what
   the edit concerns takes the old one's place, so that nothing typed is lost. */

async function ask(form, operation) {
  const sent = new FormData(form);
  sent.set("operation", operation);
  const response = await fetch(location.href, { method: "POST", body: sent });
  if (!response.ok && response.status !== 422) return null;
  return new DOMParser().parseFromString(await response.text(), "text/html");
}

function replace(page, selector) {
  const old = document.querySelector(selector);
  const fresh = page.querySelector(selector);
  if (old && fresh) old.replaceWith(fresh);
}

function replaceBeside(page) {
  for (const region of page.querySelectorAll("[data-live]:not([data-live=fields])")) {
    replace(page, `[data-live="${region.dataset.live}"]`);
  }
}

function busy(is) {
  for (const region of document.querySelectorAll("[data-live]")) {
    region.setAttribute("aria-busy", is);
  }
}

/* The outermost field of the form in which something happened. */
function blockOf(place) {
  let block = place.closest(".bench-field");
  while (block?.parentElement.closest(".bench-field")) {
    block = block.parentElement.closest(".bench-field");
  }
  return block;
}

async function redrawBlock(form, place, operation) {
  const id = blockOf(place)?.id;
  const page = await ask(form, operation);
  if (!page || !id) return null;
  replace(page, `#${CSS.escape(id)}`);
  replaceBeside(page);
  return page;
}

async function redrawBeside(form) {
  const mine = typed;
  busy(true);
  const page = await ask(form, "preview:f");
  // Whatever was typed since then is drawn by the next turn.
  if (page && mine === typed) replaceBeside(page);
  busy(false);
}

function focusOn(page) {
  const name = page.querySelector("[data-part-form]")?.dataset.focus;
  const place = name && document.getElementById(name);
  const rows = place?.querySelectorAll("input:not([type=hidden]), select, textarea");
  const empty = [...(rows || [])].filter((field) => !field.value);
  (empty.at(-1) || rows?.[rows.length - 1])?.focus();
}

function followForm(form) {
  let isSaved = true;
  form.addEventListener("submit", async (event) => {
    const operation = event.submitter?.name === "operation" && event.submitter.value;
    if (!operation) {
      isSaved = true;
      return;
    }
    event.preventDefault();
    clearTimeout(timer);
    if (operation.startsWith("preview")) redrawBeside(form);
    else if (event.submitter.form === form && form.contains(event.submitter)) {
      const page = await redrawBlock(form, event.submitter, operation);
      if (page) focusOn(page);
    } else {
      const page = await ask(form, operation);
      if (page) replace(page, "[data-part-form] .bench-field");
      if (page) replaceBeside(page);
    }
  });
  form.addEventListener("change", async ({ target }) => {
    isSaved = false;
    if (!target.matches("[data-subject]")) return;
    clearTimeout(timer);
    const name = target.name;
    await redrawBlock(form, target, "preview:f");
    // Go on in the values, unless the reader is at something else by now.
    if (document.activeElement === document.body) {
      document.getElementsByName(name.replace(/subject$/, "values"))[0]?.focus();
    }
  });
  form.addEventListener("input", ({ target }) => {
    isSaved = false;
    typed += 1;
    if (target.matches("[data-subject]")) return;
    clearTimeout(timer);
    timer = setTimeout(() => redrawBeside(form), WAIT);
  });
  addEventListener("beforeunload", (event) => {
    if (!isSaved && form.dataset.partForm === "kept") event.preventDefault();
  });
}

/* Rows of a form and of a list change places by dragging; the buttons beside them do
   the same. */

function followHandles(form) {
  let dragged = null;
  const targetOf = ({ target }) => {
    const item = dragged && target.closest("[data-item]");
    const isBeside = item && item !== dragged && item.parentElement === dragged.parentElement;
    return isBeside ? item : null;
  };
  const mark = (item) => {
    for (const row of form.querySelectorAll("[data-item]")) {
      row.classList.toggle("bench-item--over", row === item);
    }
  };
  form.addEventListener("dragstart", (event) => {
    dragged = event.target.matches?.(".drag-handle") && event.target.closest("[data-item]");
    if (dragged) event.dataTransfer.setDragImage(dragged, 0, 0);
  });
  form.addEventListener("dragover", (event) => {
    const item = targetOf(event);
    if (item) event.preventDefault();
    if (dragged) mark(item);
  });
  form.addEventListener("dragend", () => mark(null));
  form.addEventListener("drop", async (event) => {
    const item = targetOf(event);
    if (!item) return;
    event.preventDefault();
    await redrawBlock(form, dragged, `place:${dragged.dataset.item}:${item.dataset.item}`);
    dragged = null;
  });
}

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

/* What waits for work in the background looks again by itself, and only it is drawn
   anew: whoever writes beside it is not disturbed. */

function followWork() {
  const waiting = document.querySelector("[data-waiting]");
  if (!waiting) return;
  setTimeout(async () => {
    const response = await fetch(location.href).catch(() => null);
    if (response?.ok) {
      const text = await response.text();
      const page = new DOMParser().parseFromString(text, "text/html");
      for (const each of document.querySelectorAll("[data-waiting]")) {
        const region = each.closest("[data-live]");
        if (region) replace(page, `[data-live="${region.dataset.live}"]`);
      }
      for (const name of ["cases", "lead"]) {
        const region = document.querySelector(`[data-live="${name}"]`);
        const isRead = region?.contains(document.activeElement);
        if (region && !isRead) replace(page, `[data-live="${name}"]`);
      }
    }
    followWork();
  }, Number(waiting.dataset.waiting) * 1000);
}

document.querySelectorAll("[data-part-form]").forEach(followForm);
document.querySelectorAll("[data-part-form]").forEach(followHandles);
document.querySelectorAll("[data-sortable]").forEach(makeSortable);
followWork();
