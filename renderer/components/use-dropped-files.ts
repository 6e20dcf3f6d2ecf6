import { useEffect, useState } from 'react'

/**
 * Takes files that are dropped anywhere on the screen, and answers whether some are held over it. A file that misses its
 * target must not be opened by the browser in place of Lobule.
 */
export function useDroppedFiles(onFiles: (files: readonly File[], dropped: DataTransfer) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      setOver(false)
      const { dataTransfer } = event
      if (dataTransfer !== null && dataTransfer.files.length > 0)
        onFiles([...dataTransfer.files], dataTransfer)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [onFiles])
  return isOver
}
