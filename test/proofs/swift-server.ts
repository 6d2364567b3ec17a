import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export const hasSwift =
  existsSync('/usr/bin/swift-proxy-server') &&
  existsSync('/usr/bin/memcached') &&
  existsSync('/etc/swift/swift.conf');

export interface SwiftServer {
  port: number;
  key: string;
  secret: string;
  stop: () => Promise<void>;
}

/**
 * OpenStack Swift with its S3 interface, which checks signatures: a store by other people than those who wrote the
 * client. Three storage servers and a proxy on loopback, one copy of everything, in a folder that goes with them.
 */
export async function startSwift(): Promise<SwiftServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'duologue-swift-'));
  await chmod(folder, 0o755);
  await mkdir(path.join(folder, 'disks', 'd1'), { recursive: true });
  const [proxy = 0, account = 0, container = 0, object = 0, cache = 0] = await freePorts(5);
  const children: ChildProcess[] = [];
  children.push(
    spawn('/usr/bin/memcached', ['-l', '127.0.0.1', '-p', `${cache}`, '-u', 'nobody'], { stdio: 'ignore' }),
  );
  await listening(cache);
  const start = async (kind: string, port: number, settings: string) => {
    const file = path.join(folder, `${kind}.conf`);
    await writeFile(file, settings);
    children.push(spawn(`/usr/bin/swift-${kind}-server`, [file], { stdio: 'ignore' }));
    await listening(port);
  };
  for (const [kind, port] of [
    ['account', account],
    ['container', container],
    ['object', object],
  ] as const) {
    makeRing(folder, kind, port);
    await start(kind, port, storageConf(folder, kind, port));
  }
  await start('proxy', proxy, proxyConf(folder, proxy, cache));
  return {
    port: proxy,
    key: 'test:tester',
    secret: 'testing',
    stop: async () => {
      for (const child of children) child.kill('SIGTERM');
      await pause(500);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function makeRing(folder: string, kind: string, port: number): void {
  const builder = path.join(folder, `${kind}.builder`);
  for (const args of [
    [builder, 'create', '4', '1', '1'],
    [builder, 'add', `r1z1-127.0.0.1:${port}/d1`, '1'],
    [builder, 'rebalance'],
  ]) {
    const { status, stdout, stderr } = spawnSync('/usr/bin/swift-ring-builder', args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`swift-ring-builder ${args.join(' ')}: ${stdout}${stderr}`);
  }
}

const shared = (folder: string, port: number) => `[DEFAULT]
bind_ip = 127.0.0.1
bind_port = ${port}
workers = 0
user = ${process.env['USER'] ?? 'root'}
swift_dir = ${folder}
log_level = ERROR
log_address = /nonexistent
`;

const storageConf = (folder: string, kind: string, port: number) => `${shared(folder, port)}
devices = ${folder}/disks
mount_check = false
disable_fallocate = true
[pipeline:main]
pipeline = ${kind}-server
[app:${kind}-server]
use = egg:swift#${kind}
`;

const proxyConf = (folder: string, port: number, cache: number) => `${shared(folder, port)}
[pipeline:main]
pipeline = catch_errors cache s3api tempauth proxy-server
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:cache]
use = egg:swift#memcache
memcache_servers = 127.0.0.1:${cache}
[filter:s3api]
use = egg:swift#s3api
allow_multipart_uploads = false
check_bucket_owner = false
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_test_tester = testing .admin
`;

async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => net.createServer().listen(0, '127.0.0.1'));
  await pause(50);
  const ports = servers.map((server) => (server.address() as net.AddressInfo).port); // they listen on TCP
  for (const server of servers) server.close();
  await pause(50);
  return ports;
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = net.connect(port, '127.0.0.1', () => resolve(true));
      socket.on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await pause(100);
  }
  throw new Error('Swift does not answer.');
}
