import fs from "node:fs";
import path from "node:path";

/** The content of a JSON file, or undefined when there is no such file or it is cut short. */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** Writes a file as a whole: whoever reads it at the same time sees the old content or the new, never a half. */
export function writeWhole(file, content) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, content);
  fs.renameSync(temporary, file);
}

/** The names of the folders in a folder; none when it cannot be read. */
export function folders(directory) {
  try {
    return fs
      .readdirSync(directory)
      .filter((name) => fs.statSync(path.join(directory, name), { throwIfNoEntry: false })?.isDirectory());
  } catch {
    return [];
  }
}

/** Where an executable of this name is on PATH, or undefined. */
export function findOnPath(name, env = process.env) {
  for (const directory of (env.PATH ?? "").split(path.delimiter).filter(Boolean)) {
    const file = path.join(directory, name);
    try {
      fs.accessSync(file, fs.constants.X_OK);
      if (fs.statSync(file).isFile()) return file;
    } catch {
      continue;
    }
  }
  return undefined;
}
