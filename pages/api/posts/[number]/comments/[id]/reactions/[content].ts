import { reactionRoute } from '../../../../../../../lib/participation/reaction-route';

export const config = { api: { bodyParser: false } };

export default reactionRoute;
