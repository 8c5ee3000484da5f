// Sends the page's one form. Without scripts, its button does the same.
document.getElementById("answer").submit();
