import { hostFiles } from './host-files.ts'

const [address] = process.argv.slice(2)

if (address === undefined || !URL.canParse(address)) {
  console.error('Say where the server is: npm run -w kiosk host -- https://lobby.example.gov')
  process.exitCode = 1
} else {
  for (const { path, text } of hostFiles(address)) console.log(`# ---- ${path}\n${text}`)
}
