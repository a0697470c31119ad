import { start } from '../shared/start.js';

start(() => import('./portal.js'));
