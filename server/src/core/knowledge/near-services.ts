/** Which service an abbreviation that CAM does not know was probably meant to be. */
import type { Catalogue } from '../catalogue/catalogue.js';
import { distance } from '../catalogue/nearest.js';

/** `other-name`: what another cloud or everyday speech calls the product; `near`: written alike. */
export interface NearServices {
  readonly kind: 'other-name' | 'near';
  /** Best first; at least one. */
  readonly services: readonly string[];
  /** The first one is plainly meant: a long abbreviation with a slip in it. */
  readonly slip: boolean;
}

/**
 * What AWS, Alibaba Cloud and everyday speech call products, and the abbreviations that CAM has for them.
 * Source: the service prefixes of the clouds' own policy references, and CAM's product list, 598/67350 (2025).
 */
const otherNames: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    s3: ['cos'],
    oss: ['cos'],
    obs: ['cos'],
    ec2: ['cvm', 'vpc'],
    ecs: ['cvm', 'tke'],
    ebs: ['cvm'],
    iam: ['cam'],
    ram: ['cam'],
    rds: ['cdb', 'postgres', 'mariadb', 'sqlserver'],
    mysql: ['cdb'],
    postgresql: ['postgres'],
    pgsql: ['postgres'],
    aurora: ['cynosdb'],
    polardb: ['cynosdb'],
    slb: ['clb'],
    elb: ['clb'],
    lb: ['clb'],
    elasticloadbalancing: ['clb'],
    lambda: ['scf'],
    fc: ['scf'],
    sqs: ['cmqqueue', 'tdmq'],
    mns: ['cmqqueue', 'cmqtopic'],
    sns: ['cmqtopic', 'sms'],
    kafka: ['ckafka'],
    kinesis: ['ckafka'],
    cloudfront: ['cdn'],
    route53: ['dnspod'],
    alidns: ['dnspod'],
    dns: ['dnspod'],
    ecr: ['tcr'],
    cr: ['tcr'],
    eks: ['tke'],
    k8s: ['tke'],
    kubernetes: ['tke'],
    cloudwatch: ['monitor'],
    logs: ['cls'],
    log: ['cls'],
    secretsmanager: ['ssm'],
    cloudtrail: ['cloudaudit'],
    actiontrail: ['cloudaudit'],
    efs: ['cfs'],
    elasticfilesystem: ['cfs'],
    nas: ['cfs'],
    elasticache: ['redis'],
    kvstore: ['redis'],
    mongo: ['mongodb'],
    docdb: ['mongodb'],
    dds: ['mongodb'],
    elasticsearch: ['es'],
    autoscaling: ['as'],
    ess: ['as'],
    acm: ['ssl'],
    apigateway: ['apigw'],
    organizations: ['organization'],
    glacier: ['cas'],
    nat: ['vpc'],
    vpn: ['vpc'],
    subnet: ['vpc'],
    eip: ['cvm', 'vpc'],
    cmq: ['cmqqueue', 'cmqtopic'],
  }),
);

/** Shorter abbreviations are within a letter or two of so many others that this proves nothing. */
const shortest = 6;

/** More are compared than are given, since the action behind them tells some apart. */
const compared = 20;
const given = 3;

/** What `id` may have been meant to be; undefined where nothing can be told. `action` is the name behind it, where it stands in an action. */
export function nearServices(catalogue: Catalogue, id: string, action?: string): NearServices | undefined {
  const has = (service: string): boolean =>
    action !== undefined && catalogue.service(service)?.actionIgnoringCase(action) !== undefined;
  const lower = id.toLowerCase();
  const named = (otherNames.get(lower) ?? []).filter((service) => catalogue.service(service) !== undefined);
  if (named.length > 0)
    return { kind: 'other-name', services: [...named].sort((a, b) => Number(has(b)) - Number(has(a))), slip: false };
  // Of a short abbreviation only the action behind it tells that a near one was meant.
  const near = catalogue
    .nearestServices(id, compared)
    .filter((service) => id.length >= shortest || has(service))
    .slice(0, given);
  const [best] = near;
  if (best === undefined) return undefined;
  return { kind: 'near', services: near, slip: id.length >= shortest && distance(lower, best, 2) <= 2 };
}
