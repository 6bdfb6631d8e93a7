/**
 * The file of an environment, as messages name it.
 *
 * @param path below environments/ and without `.ts`, as ENVIRONMENT gives it: `examples/shop/production`
 */
export const environmentFile = (path: string): string => `environments/${path}.ts`;

/** The name of an environment: its file's, whatever folder that is in. Names of resources carry it. */
export const environmentName = (path: string): string => path.slice(path.lastIndexOf("/") + 1);

/** What tells an environment's files apart from those of all others in a project: `examples.shop.production`. */
export const environmentLabel = (file: string): string =>
  file
    .replace(/^environments\//, "")
    .replace(/\.ts$/, "")
    .replaceAll("/", ".");
