import assert from 'node:assert/strict'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import type { Config } from './config.ts'
import { readConfig } from './config.ts'
import { secretKey } from './secret-key.ts'

const longKey = 'correct-horse-battery-staple-0123456789'

function config(environment: Record<string, string>): Config {
  const read = readConfig(environment)
  if (!read.ok) assert.fail(JSON.stringify(read.refusal))
  return read.value
}

function faultyFields(environment: Record<string, string>): (string | undefined)[] {
  const read = readConfig(environment)
  return read.ok ? [] : read.refusal.faults.map((fault) => fault.field)
}

test('with no setting at all the site listens on this machine alone, embedded, with the example county', () => {
  const { dataDir, ...rest } = config({ PATH: '/usr/bin', HOSTNAME: 'ward-end', SHELL: '/bin/sh' })
  assert.deepEqual(rest, { production: false, port: 3000, host: '127.0.0.1', database: { kind: 'embedded' }, example: 'worcestershire' })
  assert.match(dataDir, /[\\/]data$/)
})

test('an empty setting counts as left out', () => {
  assert.equal(config({ PORT: '', TODAY: ' ' }).port, 3000)
})

test('each malformed setting is named, all of them at once', () => {
  const environment = {
    NODE_ENV: 'prod',
    PORT: '70000',
    HOST: 'my host',
    PUBLIC_ORIGIN: 'https://council.example/site',
    DATABASE_URL: 'mysql://x',
    EXAMPLE: 'rutland',
    EXAMPLE_PASSWORD: 'short',
    TODAY: '2023-02-30',
    OIDC_ISSUER: 'http://id.example',
    SMTP_URL: 'mail.example',
    SECRET_KEY: 'a'.repeat(40),
  }
  assert.deepEqual(new Set(faultyFields(environment)), new Set(Object.keys(environment)))
})

test('a secret is never repeated in the refusal', () => {
  const read = readConfig({ DATABASE_URL: 'mysql://u:hunter2@x', EXAMPLE_PASSWORD: 'hunter2', SECRET_KEY: 'hunter2' })
  assert.equal(read.ok, false)
  assert.doesNotMatch(JSON.stringify(read), /hunter2/)
})

test('a name that begins as ours do and is not ours stops the start', () => {
  assert.deepEqual(faultyFields({ OIDC_CLIENT: 'x', DATABASE_URI: 'x', GOLDEN_PORT: '1', DATADIR: 'x' }), [
    'DATABASE_URI',
    'DATADIR',
    'GOLDEN_PORT',
    'OIDC_CLIENT',
  ])
})

test('a name that is ours mistyped stops the start, and the refusal says which was meant', () => {
  for (const [typed, meant] of [
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DTABASE_ULR', 'DATABASE_URL'],
    ['SMPT_URL', 'SMTP_URL'],
    ['PORTT', 'PORT'],
    ['PROT', 'PORT'],
    ['HSOT', 'HOST'],
    ['DATA_DRI', 'DATA_DIR'],
    ['secret_key', 'SECRET_KEY'],
    ['EXAMPLES', 'EXAMPLE'],
    ['PUBLIC_ORIGN', 'PUBLIC_ORIGIN'],
    ['NODE_ENB', 'NODE_ENV'],
  ] as const) {
    const read = readConfig({ [typed]: 'x' })
    assert.ok(!read.ok, typed)
    assert.deepEqual(
      read.refusal.faults.map(({ field, message }) => [field, message]),
      [[typed, `There is no setting of this name. Did you mean ${meant}?`]],
    )
  }
})

test('the names of other programs’ variables are none of our business', () => {
  const ordinary = `PATH HOME PWD OLDPWD SHELL SHLVL USER LOGNAME LANG LC_ALL TERM EDITOR PAGER TMPDIR TZ DISPLAY HOSTNAME HOSTTYPE OSTYPE MACHTYPE
    PORTAL PORTS HOSTS POST COST DATA DATE DATADOG_URL META_DIR JAVA_DIR LOG_DIR HTTP_URL FTP_URL REDIS_URL API_URL PUBLIC_URL NODE NODE_OPTIONS
    NODE_PATH NODE_EXTRA_CA_CERTS NODE_VERSION NODE_COMPILE_CACHE npm_config_cache npm_package_name npm_lifecycle_event INIT_CWD COLOR CI SSH_AUTH_SOCK
    XDG_DATA_DIRS XDG_CONFIG_DIRS XDG_DATA_HOME PGHOST PGPORT PGDATA SECRET SECRETS API_KEY SECRET_TOKEN http_proxy no_proxy HTTPS_PROXY MAIL SYSTEMD_EXEC_PID
    INVOCATION_ID JOURNAL_STREAM KUBERNETES_PORT KUBERNETES_SERVICE_HOST COMSPEC PATHEXT ProgramData APPDATA LOCALAPPDATA PROMPT PUBLIC SystemRoot DEBUG`
  assert.deepEqual(faultyFields(Object.fromEntries(ordinary.split(/\s+/).map((name) => [name, 'x']))), [])
})

test('a fixed day is refused in production, and so is a missing key', () => {
  assert.deepEqual(faultyFields({ NODE_ENV: 'production', TODAY: '2023-07-07' }), ['TODAY', 'SECRET_KEY'])
})

test('in production no example county is loaded unless it is asked for', () => {
  assert.equal(config({ NODE_ENV: 'production', SECRET_KEY: longKey }).example, undefined)
  assert.equal(config({ NODE_ENV: 'production', SECRET_KEY: longKey, EXAMPLE: 'worcestershire' }).example, 'worcestershire')
})

test('single sign-on needs all three of its settings', () => {
  assert.deepEqual(faultyFields({ OIDC_ISSUER: 'https://id.example' }), ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])
  const { singleSignOn } = config({ OIDC_ISSUER: 'http://127.0.0.1:4000', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' })
  assert.deepEqual(singleSignOn, { issuer: 'http://127.0.0.1:4000', clientId: 'a', clientSecret: 'b' })
})

test('a read replica without its server is refused', () => {
  assert.deepEqual(faultyFields({ DATABASE_READ_URL: 'postgres://r/x' }), ['DATABASE_READ_URL'])
  assert.deepEqual(config({ DATABASE_URL: 'postgresql:///gt?host=/run', DATABASE_READ_URL: 'postgres://r/x' }).database, {
    kind: 'server',
    url: 'postgresql:///gt?host=/run',
    readUrl: 'postgres://r/x',
  })
})

test('the key is made once, kept private, and refused when damaged', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'golden-thread-key-'))
  const dataDir = join(folder, 'data')
  try {
    const [first, second] = await Promise.all([secretKey({ dataDir }), secretKey({ dataDir })])
    assert.ok(first.ok && second.ok)
    assert.ok(first.value.length >= 32)
    assert.equal((await secretKey({ dataDir })).ok, true)
    if (process.platform !== 'win32') assert.equal((await stat(join(dataDir, 'secret-key'))).mode & 0o777, 0o600)
    await writeFile(join(dataDir, 'secret-key'), 'short')
    assert.equal((await secretKey({ dataDir })).ok, false)
    assert.deepEqual(await secretKey({ dataDir, secretKey: longKey }), { ok: true, value: longKey })
  } finally {
    await rm(folder, { recursive: true })
  }
})
