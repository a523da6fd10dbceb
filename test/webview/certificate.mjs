// A certificate for servers of tests, signed by itself and for nobody in particular.
import { generateKeyPairSync, sign } from 'node:crypto';

/** A new key and its certificate, as `https.createServer()` takes them. */
export function selfSigned() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = sequence(tagged(0x06, Buffer.from('2a8648ce3d040302', 'hex')));
  const commonName = [tagged(0x06, Buffer.from('550403', 'hex')), tagged(0x0c, 'example')];
  const name = sequence(tagged(0x31, sequence(...commonName)));
  const body = sequence(
    tagged(0x02, Buffer.of(1)),
    algorithm,
    name,
    sequence(tagged(0x17, '250101000000Z'), tagged(0x17, '490101000000Z')),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = Buffer.concat([Buffer.of(0), sign('sha256', body, privateKey)]);
  const der = sequence(body, algorithm, tagged(0x03, signature));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    cert: `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`,
  };
}

function sequence(...parts) {
  return tagged(0x30, Buffer.concat(parts));
}

/** An item of DER: its tag, its length, its bytes. */
function tagged(tag, content) {
  const bytes = Buffer.from(content);
  const size = bytes.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.of(tag, ...length), bytes]);
}
