import type { Environment } from "./project";

/** Lines for a POSIX shell that make its environment like this one. */
export function shellLines(env: Environment): string[] {
  const gone = Object.keys(env).filter((name) => env[name] === undefined);
  const set = Object.entries(env).filter(([, value]) => value !== undefined);
  const quote = (value: string) => (/^[\w@%+=:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`);
  return [
    ...(gone.length > 0 ? [`unset ${gone.join(" ")}`] : []),
    ...set.map(([name, value]) => `export ${name}=${quote(value as string)}`),
  ];
}
