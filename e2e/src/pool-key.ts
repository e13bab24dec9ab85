// Loaded before the server's own code: until the city offers something that is sworn to, a toy service proves that path.

import type { Service, ServiceId } from '../../server/src/domain/service.ts'
import { services } from '../../server/src/services/index.ts'
import { key } from '../../server/test/toy-services.ts'

;(services as Map<ServiceId, Service>).set(key.id, key)
