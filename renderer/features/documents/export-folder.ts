/** A folder that the user chose, to write files into. */
export interface ExportFolder {
  readonly name: string
  /** Never over a file that is there: a second one of the name is numbered. */
  write(fileName: string, content: BlobPart): Promise<void>
}

interface Picker {
  readonly showDirectoryPicker?: (options: {
    mode: 'readwrite'
    id: string
  }) => Promise<FileSystemDirectoryHandle>
}

/** Whether this browser can write many files into one folder. Our own window refuses: it grants no permission at all. */
export function canChooseFolder(): boolean {
  return location.protocol !== 'app:' && (window as Picker).showDirectoryPicker !== undefined
}

/** Asks for a folder; undefined where the user changed their mind. */
export async function chooseFolder(): Promise<ExportFolder | undefined> {
  try {
    const handle = await (window as Picker).showDirectoryPicker?.({ mode: 'readwrite', id: 'lobule-export' })
    return handle && folderOf(handle)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined
    throw error
  }
}

function folderOf(handle: FileSystemDirectoryHandle): ExportFolder {
  return {
    name: handle.name,
    async write(fileName, content) {
      const name = await freeName(handle, fileName)
      const file = await handle.getFileHandle(name, { create: true })
      const stream = await file.createWritable()
      await stream.write(content)
      await stream.close()
    },
  }
}

async function freeName(handle: FileSystemDirectoryHandle, fileName: string): Promise<string> {
  const dot = fileName.lastIndexOf('.')
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? fileName : `${fileName.slice(0, dot)} (${number})${fileName.slice(dot)}`
    if (!(await isThere(handle, name))) return name
  }
}

async function isThere(handle: FileSystemDirectoryHandle, name: string): Promise<boolean> {
  try {
    await handle.getFileHandle(name)
    return true
  } catch (error) {
    // A folder of that name is in the way as well.
    return !(error instanceof DOMException && error.name === 'NotFoundError')
  }
}
