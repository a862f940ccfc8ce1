/** Which hosts are one organisation's: the part of a name that is registered as a whole. */
import { isIP } from 'node:net';

/**
 * Names under which strangers register theirs: the categories of the Norwegian registry (norid.no, "domain structure under .no"), second
 * levels that are met abroad, and services where each customer has a name below the provider's.
 */
const SHARED = new Set(
  `kommune.no herad.no stat.no dep.no mil.no fhs.no vgs.no fylkesbibl.no folkebibl.no museum.no idrett.no priv.no co.no
  co.uk org.uk ac.uk gov.uk nhs.uk com.au co.nz
  wordpress.com blogspot.com github.io gitlab.io netlify.app vercel.app pages.dev web.app firebaseapp.com herokuapp.com azurewebsites.net
  azureedge.net azurefd.net blob.core.windows.net web.core.windows.net cloudfront.net amazonaws.com s3.amazonaws.com s3.eu-north-1.amazonaws.com s3.eu-west-1.amazonaws.com fastly.net akamaized.net b-cdn.net sharepoint.com custompublish.com
  cloudapp.net storage.googleapis.com digitaloceanspaces.com wixsite.com weebly.com squarespace.com issuu.com mynewsdesk.com`.split(
    /\s+/,
  ),
);

/** The registrable part of a host (port and case are ignored); `undefined` for an IP address, a bare name and a shared suffix itself. */
export function registrableDomain(host: string): string | undefined {
  const name = host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '');
  const labels = name.split('.');
  if (labels.length < 2 || isIP(name) || name.startsWith('[')) return undefined;
  const shared = [4, 3, 2].find((size) => SHARED.has(labels.slice(-size).join('.'))) ?? 1;
  const depth = shared + 1;
  return labels.length < depth ? undefined : labels.slice(-depth).join('.');
}
