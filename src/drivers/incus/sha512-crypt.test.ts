import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha512Crypt } from './sha512-crypt.ts';

// The first is of the specification; all are what `openssl passwd -6 -salt` says.
const KNOWN = [
  {
    password: 'Hello world!',
    hashed:
      '$6$saltstring$svn8UoSVapNtMuq1ukKS4tPQd8iKwSMHWjl/O817G3uBnIFNjnQJuesI68u4OTLiBFdcbYEdFCoEOfaS35inz1',
  },
  {
    password: 'x'.repeat(200),
    hashed:
      '$6$0123456789abcdef$Rru0YcJdWAfylTzYkMBaHfdgEjT2jeUewuTfATTJEn/Inu1Ma3JNgneCwDVl2NaWmkgDKZzdSV8VisQ10exaF.',
  },
  {
    password: '密码 Pa$$w0rd',
    hashed:
      '$6$./aZ$zDOU9vJKDKGT6N1YGAH5P3aLbcwhtzZ7uoRyq5cJRYu1QVjFEKqhcz44qR64e8Q4ts0jB1A3Oss7vEycQwXia/',
  },
];

for (const { password, hashed } of KNOWN) {
  const salt = hashed.split('$')[2] ?? '';
  test(`a password of ${password.length} characters and a salt of ${salt.length}`, () => {
    assert.equal(sha512Crypt(password, salt), hashed);
  });
}
