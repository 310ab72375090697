import { property, string, assert as verify } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastDayOfCertificate } from './last-day-of-certificate.ts';

/** Version 1, short form of the time. */
const ENDS_IN_JUNE = `-----BEGIN CERTIFICATE-----
MIHfMIGSAgEBMAUGAytlcDAcMRowGAYDVQQDDBFzaG9wLmV4YW1wbGUudGVzdDAe
Fw0yNDAxMDEwMDAwMDBaFw0yNjA2MzAxMjAwMDBaMBwxGjAYBgNVBAMMEXNob3Au
ZXhhbXBsZS50ZXN0MCowBQYDK2VwAyEA93eJtTBbG6a2ybIUhZt0zFk2iiV1oHJb
g22YiYs+XxwwBQYDK2VwA0EA7HZUbx1dXbJSLC2CzdX8cGKMi5LP+mE9Dr+b02Y3
gWXLMiIgVlylalNbng8LTAW98YKILznJx7NMg6oQrHyJBQ==
-----END CERTIFICATE-----`;

/** Version 3 with extensions, in the year 2126: the long form of the time. */
const ENDS_LATE = `-----BEGIN CERTIFICATE-----
MIIBTzCCAQGgAwIBAgIUReRSou7T7jDsusqQOylveDXGIdEwBQYDK2VwMBwxGjAY
BgNVBAMMEXNob3AuZXhhbXBsZS50ZXN0MCAXDTI2MTEyMjEyMzI1MFoYDzIxMjYx
MDI5MTIzMjUwWjAcMRowGAYDVQQDDBFzaG9wLmV4YW1wbGUudGVzdDAqMAUGAytl
cAMhAPd3ibUwWxumtsmyFIWbdMxZNooldaByW4NtmImLPl8co1MwUTAdBgNVHQ4E
FgQUSOeTxVAPjuqCqANTgtvPUPTxUdswHwYDVR0jBBgwFoAUSOeTxVAPjuqCqANT
gtvPUPTxUdswDwYDVR0TAQH/BAUwAwEB/zAFBgMrZXADQQDcN9TtxlMWHnKcy8Fq
RU5XWsmvQdD3bhqLbqjdgXOaA5K7zZn78J66tFP63FI9mbixCatXR/xvbJL79QR5
fXMP
-----END CERTIFICATE-----`;

describe('the last day of a certificate', () => {
  it('is read from both forms of the time', () => {
    expect(lastDayOfCertificate(ENDS_IN_JUNE)).toBe('2026-06-30');
    expect(lastDayOfCertificate(ENDS_LATE)).toBe('2126-10-29');
  });

  it('is that of the first certificate of a chain', () => {
    expect(lastDayOfCertificate(`Bag Attributes\n${ENDS_IN_JUNE}\n${ENDS_LATE}\n`)).toBe('2026-06-30');
  });

  it('is not known of what is no certificate', () => {
    expect(lastDayOfCertificate('')).toBeUndefined();
    expect(lastDayOfCertificate(ENDS_IN_JUNE.replace('MIHf', 'MIH*'))).toBeUndefined();
    expect(lastDayOfCertificate(ENDS_IN_JUNE.replaceAll('CERTIFICATE', 'PRIVATE KEY'))).toBeUndefined();
  });

  it('is not known of a certificate that is cut off anywhere', () => {
    const lines = ENDS_IN_JUNE.split('\n');
    const body = lines.slice(1, -1).join('');
    for (let length = 0; length < body.length - 4; length++) {
      expect(lastDayOfCertificate([lines[0], body.slice(0, length), lines.at(-1)].join('\n'))).toBeUndefined();
    }
  });

  it('never throws', () => {
    verify(
      property(string(), (text) => {
        const day = lastDayOfCertificate(`-----BEGIN CERTIFICATE-----${text}-----END CERTIFICATE-----`);
        expect(day === undefined || /^[0-9]{4}-/.test(day)).toBe(true);
      }),
    );
  });
});
