/** Hosts of COS's buckets in a text: `examplebucket-1250000000.cos.ap-guangzhou.myqcloud.com`. Source: COS, bucket overview, 436/13312. */

/** A bucket's host in a text: the default domain, with an older `cos` prefix of regions or without, and static website hosts. */
export interface CosHost {
  readonly bucket: string;
  readonly appId: string;
  readonly region: string;
  /** Where it stands, in UTF-16 units of the text; a port belongs to it. */
  readonly start: number;
  readonly end: number;
}

/** The hosts of buckets in a text, in order. */
export function hostsIn(text: string): readonly CosHost[] {
  const hosts: CosHost[] = [];
  for (const word of text.matchAll(/[a-z0-9.-]+/giu)) {
    const labels = word[0].split('.');
    const at = labels.findIndex((_, index) => isHost(labels.slice(index, index + 5)));
    if (at < 0) continue;
    const [bucket = '', , region = ''] = labels.slice(at);
    const appId = bucket.slice(bucket.lastIndexOf('-') + 1);
    const start = word.index + labels.slice(0, at).join('.').length + (at > 0 ? 1 : 0);
    const end = start + labels.slice(at, at + 5).join('.').length;
    const [port = ''] = /^:\d{1,5}/u.exec(text.slice(end, end + 6)) ?? [];
    hosts.push({ bucket, appId, region, start, end: end + port.length });
  }
  return hosts;
}

const isHost = ([bucket = '', kind = '', region = '', domain = '', top = '']: readonly string[]): boolean =>
  /^(?:cos|cos-website|cos-internal|file)$/iu.test(kind) &&
  /^(?:myqcloud|tencentcos)$/iu.test(domain) &&
  /^(?:com|cn)$/iu.test(top) &&
  /^[a-z0-9-]{2,40}$/iu.test(region) &&
  /^[a-z0-9][a-z0-9-]{0,60}-\d{6,12}$/iu.test(bucket);
