// early.js: runs before anything is seen. The page comes with the view drawn that it opens with; where its address asks for
// another, that one is not shown.
"use strict";
document.documentElement.classList.add("script");
if (location.hash.length > 1) document.documentElement.classList.add("asked");
