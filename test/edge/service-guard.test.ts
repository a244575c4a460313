import { expect, test } from 'vitest';
import { createServiceGuard } from '../../src/service-guard.ts';

const mayCall = createServiceGuard([{ protocol: 'https:', hostname: 'smba.trafficmanager.net', port: '' }]);

test('the regional addresses of Teams are allowed', () => {
  for (const region of ['uk', 'emea', 'amer']) expect(mayCall(`https://smba.trafficmanager.net/${region}/`)).toBe(true);
  expect(mayCall('https://SMBA.trafficmanager.net:443/uk/')).toBe(true);
});

test.each([
  '',
  'smba.trafficmanager.net',
  '//smba.trafficmanager.net/uk/',
  'http://smba.trafficmanager.net/uk/',
  'ftp://smba.trafficmanager.net/uk/',
  'javascript:alert(1)',
  'https://smba.trafficmanager.net:8443/uk/',
  'https://smba.trafficmanager.net./uk/',
  'https://smba.trafficmanager.net.example/uk/',
  'https://smba.trafficmanager.net@evil.example/uk/',
  'https://user@smba.trafficmanager.net/uk/',
  'https://user:pass@smba.trafficmanager.net/uk/',
  'https://evil.example/smba.trafficmanager.net/',
  'https://evil.example?smba.trafficmanager.net',
  'https://evil.example#smba.trafficmanager.net',
  'https://evil.example\\smba.trafficmanager.net/',
  'https://xsmba.trafficmanager.net/uk/',
  'https://smba.trafficmanager.net%00.evil.example/',
  'https://smbа.trafficmanager.net/uk/',
  'https://smba。trafficmanager。net.evil.example/',
  'https://127.0.0.1/',
  'https://[::1]/',
])('%s is refused', (address) => {
  expect(mayCall(address)).toBe(false);
});

test('any port of loopback is allowed where the rule says so, and no other host', () => {
  const local = createServiceGuard([
    { protocol: 'http:', hostname: 'localhost', port: 'any' },
    { protocol: 'http:', hostname: '::1', port: 'any' },
  ]);
  expect(local('http://localhost:56150/_connector')).toBe(true);
  expect(local('http://[::1]:56150/_connector')).toBe(true);
  expect(local('http://localhost.example:56150/')).toBe(false);
});
