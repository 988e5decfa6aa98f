// What a website is given in place of the script of a form that is not there. It comes with a 200: browsers run no
// script that comes with a 404, and its developer would only see that something was not found. Visitors see nothing.

/** The script: says on the console what is wrong, and tells the elements that wait for the form. */
export function missingScript(form: string, address: string): string {
  const said = `Baton: there is no published form "${form}", asked for at ${address}. Is its id spelt right, and has the form been imported there?`;
  return `(function(form,said){console.error(said);document.querySelectorAll("baton-form").forEach(function(host){if(host.getAttribute("form")===form)host.dispatchEvent(new CustomEvent("baton:error",{bubbles:true,composed:true,detail:{form:form,status:404}}))})})(${JSON.stringify(form)},${JSON.stringify(said)});`;
}
