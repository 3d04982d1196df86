-- ARGV: group, then first id, last id and greatest count of each range of dead
-- letters. Returns how many were published.
local n = 0
for i = 2, #ARGV, 3 do
	for _, letter in ipairs(redis.call('XRANGE', dead, ARGV[i], ARGV[i + 1], 'COUNT', ARGV[i + 2])) do
		local key, body, lane = message(letter[2])
		if lane ~= '' then
			redis.call('SADD', lanes, lane)
		end
		redis.call('XADD', stream_of(lane), '*', 'key', key, 'body', body)
		redis.call('XDEL', dead, letter[1])
		n = n + 1
	end
end
return n
