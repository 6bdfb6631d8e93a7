/** What the dashboard of the recovery region shows. */
export interface DashboardParts {
  readonly prefix: string;
  readonly region: string;
  readonly loadBalancer: string;
}

/** Metrics that the watch writes, see the module recovery-watch: how old the copies are, and what is missing. */
const WATCHED = {
  DatabaseCopyAge: "seconds",
  MissingImages: "images",
  StaleSecrets: "secrets",
  KitAge: "seconds",
} as const;

/** Columns of a dashboard. Source: CloudWatch User Guide, "Dashboard body structure and syntax". */
const COLUMNS = 24;

/** The body of the dashboard: can this region take over, and has it? */
export function standbyDashboard({ prefix, region, loadBalancer }: DashboardParts): object {
  const widget = (x: number, y: number, title: string, metrics: unknown[], statistic: string, width = 8): object => ({
    type: "metric",
    x,
    y,
    width,
    height: 6,
    properties: { title, region, metrics, stat: statistic, period: 60, view: "timeSeries" },
  });
  return {
    widgets: [
      ...Object.entries(WATCHED).map(([metric, unit], i, { length }) =>
        widget(
          (i * COLUMNS) / length,
          0,
          `${metric} (${unit})`,
          [["Holdfast/Recovery", metric, "Environment", prefix]],
          "Maximum",
          COLUMNS / length,
        ),
      ),
      widget(0, 6, "Requests", [["AWS/ApplicationELB", "RequestCount", "LoadBalancer", loadBalancer]], "Sum"),
      widget(
        8,
        6,
        "Answers of 5xx",
        [["AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", "LoadBalancer", loadBalancer]],
        "Sum",
      ),
      widget(
        16,
        6,
        "Connections",
        [["AWS/RDS", "DatabaseConnections", "DBInstanceIdentifier", `${prefix}-dr`]],
        "Maximum",
      ),
    ],
  };
}
