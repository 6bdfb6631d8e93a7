import type { Recovery } from "./schema/recovery";

/** Zones of the recovery region in which dr makes a NAT gateway: none where one stands warm, or the network has none. */
export function gatewayZones({ network, warm }: Recovery): readonly string[] {
  const { nat = "per_zone", natZone, zones } = network;
  if (nat === "none" || warm?.includes("nat")) return [];
  return nat === "single" ? [natZone ?? zones[0]] : zones;
}

/** Those of them whose gateway gets a new address: the network names none for them. */
export function addressedZones(recovery: Recovery): readonly string[] {
  const { natElasticIps = {} } = recovery.network;
  return gatewayZones(recovery).filter((zone) => !(zone in natElasticIps));
}
