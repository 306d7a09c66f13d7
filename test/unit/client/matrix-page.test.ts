import assert from 'node:assert/strict';
import { matrixPage } from '../../../src/client/matrix/page';

describe('the page of the fact matrix', () => {
  const page = matrixPage('matrix.js', 'https://host', {
    language: 'de',
    title: 'Faktenmatrix',
    reading: 'Artikel werden gelesen…',
  });

  it('says from the start that articles are being read', () => {
    assert.match(page, /<html lang="de">/);
    assert.match(page, /<p role="status">Artikel werden gelesen…<\/p>/);
  });

  it('runs our own script alone and loads nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    const nonce = /nonce="([^"]*)"/.exec(page)?.[1] ?? '';
    assert.equal(
      policy,
      `default-src 'none'; style-src 'nonce-${nonce}'; script-src https://host 'nonce-${nonce}'`,
    );
    assert.deepEqual(page.match(/(?:src|href)="[^"]*"/g), ['src="matrix.js"']);
  });
});
