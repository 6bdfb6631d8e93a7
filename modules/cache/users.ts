import { ElasticacheUser } from "@cdktf/provider-aws/lib/elasticache-user";
import { ElasticacheUserGroup } from "@cdktf/provider-aws/lib/elasticache-user-group";
import { Construct } from "constructs";
import { Flag, all, comment, each, forEach, heading, local, optionalBlock, tf } from "../../kernel";
import { named } from "../parts/tags";
import { Context } from "./context";

/** The users of the cache, and the group by which they are let in. */
export interface Users {
  readonly users: ElasticacheUser;
  readonly group: ElasticacheUserGroup;
}

/** Makes the users and their group; nobody else gets in, the engine's own default user included. */
export function createUsers(scope: Construct, { inputs }: Context): Users {
  heading(scope, "Users");
  const { name, engine, users, passwords, tags } = inputs;
  const everyUser = comment(
    local(
      scope,
      "all_users",
      tf`merge(
        { for user in ["default"] : user => { auth = "none", access_string = "off ~* -@all" } if ${engine} == "redis" },
        { for user, settings in ${users} : user => { auth = settings.auth, access_string = settings.access_string } },
      )`,
    ),
    "Redis wants a user default in each group. Unless the caller has made it one with a password, it is switched off.",
  );
  const made = comment(
    new ElasticacheUser(scope, "this#user", {
      forEach: forEach(everyUser),
      userId: `${name}-${each.key}`,
      userName: tf<string>`each.key == "default" ? "default" : ${`${name}-${each.key}`}`,
      engine: "redis",
      accessString: tf<string>`each.value.access_string`,
      noPasswordRequired: tf<Flag>`each.value.auth == "none"`,
      tags: named(tags, `${name}-${each.key}`),
      lifecycle: { createBeforeDestroy: true },
    }),
    "Groups of both engines take users of engine redis: so going from one to the other changes no user. The name is the " +
      "id, as ElastiCache asks of users that IAM authenticates.",
  );
  optionalBlock(made, "authentication_mode", tf<Flag>`each.value.auth != "none"`, {
    type: tf<string>`each.value.auth`,
    passwords: tf<string[]>`each.value.auth == "password" ? ${passwords}[each.key] : null`,
  });
  const group = new ElasticacheUserGroup(scope, "this#user_group", {
    userGroupId: `${name}-${engine}`,
    engine,
    userIds: all(made, "user_id"),
    tags: named(tags, name),
    lifecycle: { createBeforeDestroy: true },
  });
  return { users: made, group };
}
