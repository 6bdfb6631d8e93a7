import { Element } from "./elements";

/** A replica of an instance of the same stack: it is made when that one is there. */
export const isReadReplica = ({ body }: Element): boolean =>
  typeof body.replicate_source_db === "string" && body.replicate_source_db.includes("aws_db_instance.");
