"use strict";
// The form that computes as one types: what HTMX does not do by itself. An answer that is awaited
// is seen to be, one that fails does not leave the last result beside other values, the values on
// the way stay open, and fields are marked as the answer says. Without it the form is sent by a
// press, and the page comes back whole.
(() => {
  const form = document.querySelector("form.trial");
  const result = document.getElementById("try-result");
  const failed = document.getElementById("try-failed");
  if (!form || !window.htmx) return;
  let wasOpen = false;

  const mark = () => {
    for (const field of form.querySelectorAll("input[name], select[name]")) {
      const says = document.getElementById(`says-${field.name}`);
      for (const [name, value] of [
        ["aria-invalid", says && "wrong" in says.dataset ? "true" : null],
        ["aria-describedby", says ? says.id : null],
      ]) {
        if (value) field.setAttribute(name, value);
        else field.removeAttribute(name);
      }
    }
    result.removeAttribute("aria-busy");
  };
  const fail = () => {
    wasOpen = result.querySelector("details")?.open ?? wasOpen;
    result.replaceChildren(failed.content.cloneNode(true));
    mark();
  };

  form.addEventListener("input", () => result.setAttribute("aria-busy", "true"));
  for (const event of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
    form.addEventListener(event, fail);
  }
  result.addEventListener("htmx:beforeSwap", () => {
    wasOpen = result.querySelector("details")?.open ?? wasOpen;
  });
  result.addEventListener("htmx:afterSwap", () => {
    const details = result.querySelector("details");
    if (details) details.open = wasOpen;
    mark();
  });
})();
