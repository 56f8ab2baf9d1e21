// "Leave quickly": empties the page at once and takes its place in the history, so that the other site need not have come
// for the page to be gone, and "back" does not bring it. Without this script the link goes there as any link.
(() => {
  "use strict";
  for (const link of document.querySelectorAll(".leave a")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      document.body.hidden = true;
      document.title = "";
      location.replace(link.href);
    });
  }
})();
