import { createHash } from "node:crypto";
import { Environment } from "../environments/definition";
import { EnvironmentService } from "../environments/definition/schema/parts";
import { HASH_LENGTH } from "../recovery/contract";

/**
 * Short hashes of what dr makes something of, by its part: of the definition without what is stated for one deployment or one
 * region, and without images, which have their digests.
 */
export function definitionHashes({
  database,
  cache,
  storage,
  secrets,
  names,
  services,
}: Environment): Record<string, string> {
  const { origin: _origin, replacements: _replacements, ...lasting } = database ?? {};
  const parts: Record<string, unknown> = {
    database: database && lasting,
    cache,
    storage,
    secrets,
    names,
    ...Object.fromEntries(Object.entries(services).map(([name, one]) => [`services.${name}`, withoutImages(one)])),
  };
  const stated = Object.entries(parts).filter(([, part]) => part !== undefined);
  return Object.fromEntries(stated.map(([name, part]) => [name, hashOf(part)]));
}

/** A service with other images: those of its containers, by their names (`<service>` and `<service>-<sidecar>`). */
export function withImages(
  name: string,
  service: EnvironmentService,
  imageOf: (container: string, stated: string) => string,
): EnvironmentService {
  const { image, sidecars = {} } = service;
  return {
    ...service,
    image: imageOf(name, image),
    sidecars: Object.fromEntries(
      Object.entries(sidecars).map(([sidecar, one]) => [
        sidecar,
        { ...one, image: imageOf(`${name}-${sidecar}`, one.image) },
      ]),
    ),
  };
}

const withoutImages = ({ image: _image, sidecars = {}, ...service }: EnvironmentService): unknown => ({
  ...service,
  sidecars: Object.fromEntries(Object.entries(sidecars).map(([name, { image: _beside, ...one }]) => [name, one])),
});

const hashOf = (part: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(inOrder(part)))
    .digest("hex")
    .slice(0, HASH_LENGTH);

/** The same whatever order the fields were written in. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, inOrder(field)]));
}
