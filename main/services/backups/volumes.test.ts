import { homedir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { mountPoints, volumes } from './volumes.ts'

describe('the disks and sticks of a computer', () => {
  it('are on Linux what is mounted where sticks are, by the names that they have', () => {
    const mounts = [
      '/dev/sda2 / ext4 rw 0 0',
      'proc /proc proc rw 0 0',
      '/dev/sdb1 /media/chen/STICK\\04016\\040GB vfat rw 0 0',
      '/dev/sdc1 /run/media/chen/备份盘 exfat rw 0 0',
      '/dev/sdc1 /run/media/chen/备份盘 exfat rw 0 0',
      '/dev/sdd1 /mnt/archive ext4 ro 0 0',
      '',
    ].join('\n')
    expect(mountPoints(mounts)).toEqual(['/media/chen/STICK 16 GB', '/run/media/chen/备份盘', '/mnt/archive'])
  })

  it.each(['linux', 'darwin', 'win32'] as const)('on %s end with the own folder of the user', platform => {
    expect(volumes(platform).at(-1)).toMatchObject({ path: homedir(), isRemovable: false })
  })
})
