import { Text, tf } from "../../kernel";

/** What the function decides by. */
export interface ViewerFunctionConfig {
  readonly routing: Text;
  readonly indexDocument: Text;
  /** Name that all others are redirected to; empty for none. */
  readonly redirectTo: Text;
}

/**
 * The function that CloudFront runs for each request of the site's own paths: sends clients to the one name of the site,
 * and turns a path without an ending into the file that answers it. An error response (404 to index.html) could do the
 * second as well, but for the whole distribution: it would turn the API's 404 into a page.
 */
export const viewerFunction = ({ routing, indexDocument, redirectTo }: ViewerFunctionConfig): string =>
  tf`join("\\n", ${[
    `var ROUTING = "${routing}";`,
    `var INDEX = "${indexDocument}";`,
    `var REDIRECT_TO = "${redirectTo}";`,
    ...CODE.trim().split("\n"),
  ]})`;

/** Runs on CloudFront's runtime cloudfront-js-2.0. */
const CODE = `
function handler(event) {
  var request = event.request;
  if (REDIRECT_TO !== "" && request.headers.host && request.headers.host.value !== REDIRECT_TO) return redirect(request);
  var uri = request.uri;
  var name = uri.substring(uri.lastIndexOf("/") + 1);
  if (name.indexOf(".") >= 0 || uri.indexOf("/.well-known/") === 0) return request;
  if (ROUTING === "single_page") request.uri = "/" + INDEX;
  else request.uri = uri + (name === "" ? "" : "/") + INDEX;
  return request;
}

function redirect(request) {
  var location = "https://" + REDIRECT_TO + request.uri + query(request.querystring);
  return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: location } } };
}

function query(parameters) {
  var pairs = [];
  Object.keys(parameters).forEach(function (key) {
    var parameter = parameters[key];
    (parameter.multiValue || [parameter]).forEach(function (one) {
      pairs.push(one.value === "" ? key : key + "=" + one.value);
    });
  });
  return pairs.length === 0 ? "" : "?" + pairs.join("&");
}
`;
