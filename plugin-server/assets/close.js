// Tells the platform's page that registration is over, so that it closes this one. The button says it again.
const button = document.getElementById("close");
const close = () => {
  const platform = window.opener || window.parent;
  platform.postMessage({ subject: "org.imsglobal.lti.close" }, button.dataset.origin);
};
button.addEventListener("click", close);
close();
